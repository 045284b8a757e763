// Replies to what is no question to the documents, and the questions that a reader might ask instead.
import type { ComposedAnswer } from '../domain/answer.ts';
import type { Aside, DocumentAside, Language } from '../domain/plan.ts';
import { documentReply } from './rank/document-reply.ts';
import type { AnswerRequest } from './rank/request.ts';
import { openingQuestions } from './suggestions.ts';
import type { OpeningRequest } from './suggestions.ts';

const chats = {
  greeting: 'Hello. Ask me what the strategies say; I answer in their own words and show where they stand.',
  thanks: 'You’re welcome. Ask whenever you need the documents’ exact words.',
  goodbye: 'Goodbye. I’ll be here when you need the documents’ exact words.',
  wellbeing: 'All well here, and ready to look things up. What would you like to know from the strategies?',
  abilities:
    'I answer questions from the strategy documents only: what a term, figure or commitment means, what was promised and by when, and how priorities changed. Every statement is an exact quotation with its place, and I say so when the documents do not answer.',
  maker:
    'I am Bluelamp, a program that searches the strategy documents and quotes them. Who set me up here is not in the documents; help and contacts are on the help page.',
  trust:
    'Check me: every statement is an exact quotation, and its source opens at the place. I can still miss a passage, or quote one that is only near to your question, so read the source before you rely on it.',
  opinion:
    'I have no opinions: I only quote what the documents say. Ask me what one of them says about a subject, or how they differ.',
  complaint:
    'Sorry that it missed. Ask again with the subject, the year or the document that you mean, or press Not helpful under the answer, so that it is looked into.',
  plea: 'Gladly. Name a term, figure, programme or promise, in any words, and a year or a document if you mean one; I quote what the strategies say of it, and say so when they do not answer.',
  apology: 'No harm done. What would you like to know from the strategies?',
  end: 'No trouble. I’ll be here when you need the documents’ exact words.',
  noise:
    'I look things up in the strategies: name a subject, a figure, a programme or a document, and I quote what they say.',
} as const;

const refusals = {
  instruction:
    'I answer only from the strategy documents and cannot set that aside; ask me what they say on a subject.',
  writing: 'I don’t write texts of my own: I quote what the strategy documents say, so ask me about their contents.',
} as const;

/** Said in English first, for others of the channel read it too. */
const inEnglish = 'I understand questions in English only; please ask in English.';
const inTheirs: Readonly<Record<Language, string>> = {
  cy: ' Gofynnwch yn Saesneg, os gwelwch yn dda: dim ond cwestiynau Saesneg yr wyf yn eu deall.',
  fr: ' Posez votre question en anglais, s’il vous plaît : je ne comprends que l’anglais.',
  de: ' Bitte fragen Sie auf Englisch: Ich verstehe nur Englisch.',
  es: ' Pregunte en inglés, por favor: solo entiendo inglés.',
  it: ' Chieda in inglese, per favore: capisco solo l’inglese.',
  pt: ' Pergunte em inglês, por favor: só entendo inglês.',
  pl: ' Proszę zapytać po angielsku: rozumiem tylko angielski.',
  unknown: '',
};

function replyTo(aside: Exclude<Aside, DocumentAside>): string {
  if (aside.kind === 'chat') return chats[aside.topic];
  return aside.reason === 'language' ? `${inEnglish}${inTheirs[aside.language]}` : refusals[aside.reason];
}

export function composeAside(aside: Aside, request: AsideRequest): ComposedAnswer {
  const isChat = aside.kind !== 'declined';
  const { documents, sizes = new Map() } = request;
  return {
    status: isChat ? 'chat' : 'declined',
    intent: aside.kind === 'chat' ? 'chat' : 'other',
    answer: aside.kind === 'documents' ? documentReply(aside, documents, sizes) : replyTo(aside),
    citations: [],
    notices: [],
    suggestions: openingQuestions(request),
    related: [],
  };
}

type AsideRequest = OpeningRequest & Pick<AnswerRequest, 'sizes'>;
