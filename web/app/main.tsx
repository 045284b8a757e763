import { render } from 'preact';
import './app.css';

const root = document.getElementById('chat_app');
if (root) {
  root.replaceChildren();
  render(<h1>Ask the strategies</h1>, root);
}
