import { composeApp } from '../../compose.ts';
import type { App } from '../../compose.ts';
import type { Context } from './context.ts';
import { tell } from './output.ts';

/** Opens the assistant, uses it and closes it, whatever happens: an open index or child process would keep the command alive. */
export async function withApp<Result>({ config, log }: Context, use: (app: App) => Promise<Result>): Promise<Result> {
  const app = await composeApp(config, log);
  try {
    app.notes.forEach(tell);
    return await use(app);
  } finally {
    await app.close();
  }
}
