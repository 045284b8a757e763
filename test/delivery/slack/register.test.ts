// `/commitment` shows rows of the register, and `/compare` how often each document speaks of the theme.
import { expect, it } from 'vitest';
import type { CommitmentDetailWire, CommitmentWire } from '../../../src/contract/commitments.ts';
import type { FoundCommitments } from '../../../src/delivery/slack/catalogue.ts';
import { renderPlainRegister, renderRegister } from '../../../src/delivery/slack/render-register.ts';
import { documentId, scriptedTurns } from '../../chat/scripted-turns.ts';
import { faultOfMessage, isRecord } from '../../slack-stand-in/message-rules.ts';
import { posted, send, slackService, textOf } from './slack-service.ts';
import type { SlackService } from './slack-service.ts';

function documentOf(id: string, title: string, from: number): FoundCommitments['documents'][number] {
  return {
    id: documentId(id),
    title,
    shortTitle: title,
    nicknames: [],
    years: { from, to: from + 2 },
    status: 'published',
    sourceNote: 'Made up.',
  };
}

const documents = [
  documentOf('pier-plan-2016', 'Pier Plan 2016', 2016),
  documentOf('quay-plan-2020', 'Quay Plan 2020', 2020),
  documentOf('dock-plan-2024', 'Dock Plan 2024', 2024),
];

function commitment(document: string, text: string, more: Partial<CommitmentWire> = {}): CommitmentWire {
  const none = { leadIn: null, actor: 'we', themes: [], theme: null, target: null, targets: [], deadline: null };
  const place = { id: `c-${text.length}`, documentId: document, section: ['Lamps'], page: 2, start: 5, end: 40 };
  return { ...place, text, ...none, ...more };
}

const target = { value: '9', unit: 'lamps', measure: 'lamps on the quay' };
const best: CommitmentDetailWire = {
  ...commitment('quay-plan-2020', 'We will light nine lamps on the quay.', {
    targets: [target],
    target,
    leadIn: { text: 'By night\nwe promise:', start: 0, end: 4 },
  }),
  related: [
    { commitment: commitment('pier-plan-2016', 'We will buy lamps.'), why: 'Possible.', change: null },
    {
      commitment: commitment('dock-plan-2024', 'We will light twelve lamps.', {
        deadline: { text: 'by 2026', year: 2026 },
      }),
      why: 'Possible: both speak of “lamps”.',
      change: { measure: 'lamps', earlier: '9', later: '12' },
    },
  ],
  notFoundIn: [],
};
const found: FoundCommitments = { commitments: [best], total: 7, documents };

function typed(service: SlackService, command: string, text: string): Promise<Response> {
  const responseUrl = service.standIn.responseUrl();
  const form = { command, text, user_id: 'U1', team_id: 'T1', trigger_id: responseUrl, response_url: responseUrl };
  return send(service, 'commands', new URLSearchParams(form).toString());
}

it('/commitment shows the exact words, what they set, where they stand and what may have followed', async () => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns, commitments: found });
  await typed(service, '/commitment', 'lamps');
  const [message] = await posted(service, 1, 'response');
  expect(message).toMatchObject({
    response_type: 'ephemeral',
    text: '“We will light nine lamps on the quay.” – Quay Plan 2020 · we · target 9 lamps on the quay · no deadline stated',
  });
  expect(textOf(message).split('\n')).toEqual([
    'You asked: “/commitment lamps”',
    '[By night we promise:] “We will light nine lamps on the quay.”',
    '*<http://bluelamp.example/documents/quay-plan-2020?start=5&amp;end=40#quote|Quay Plan 2020>* (2020–2022, published) › Lamps, page 2',
    'we · target 9 lamps on the quay · no deadline stated',
    '*Possible successor* “We will light twelve lamps.”',
    '*<http://bluelamp.example/documents/dock-plan-2024?start=5&amp;end=40#quote|Dock Plan 2024>* (2024–2026, published) › Lamps, page 2',
    'Possible: both speak of “lamps”. · lamps: 9 then 12',
    '*Possible forerunner* “We will buy lamps.”',
    '*<http://bluelamp.example/documents/pier-plan-2016?start=5&amp;end=40#quote|Pier Plan 2016>* (2016–2018, published) › Lamps, page 2',
    'Possible.',
    '<http://bluelamp.example/commitments?q=lamps|Open in full: 7 commitments in the register>',
    'Nothing here tells whether it was done.',
    'Only you see this.',
    'Share',
    'Keep',
  ]);
  expect(asked).toEqual([]);
});

it('where the register has nothing the documents are asked', async () => {
  const { turns, asked } = scriptedTurns();
  const service = await slackService({ turns });
  await typed(service, '/commitment', 'lamps');
  await posted(service, 1, 'response');
  expect(asked.map(({ question }) => question)).toEqual(['What did we commit to on lamps?']);
});

it.each([
  ['Share', 'in_channel', /^<@U1> asked: “\/commitment lamps”[^]*in the register>\nNothing here[^\n]*$/u, 3],
  ['Keep', 'ephemeral', /^You asked: “\/commitment lamps”[^]*Only you see this\.$/u, 2],
])('commitments that only the asker sees can be told to %s', async (label, type, words, count) => {
  const service = await slackService({ commitments: found });
  await typed(service, '/commitment', 'lamps');
  const [message] = await posted(service, 1, 'response');
  const action = { action_id: `bluelamp_${label.toLowerCase()}_register`, value: 'bGFtcHM' };
  expect(JSON.stringify(message)).toContain(`"action_id":"${action.action_id}","value":"bGFtcHM"`);
  const payload = {
    type: 'block_actions',
    user: { id: 'U1' },
    team: { id: 'T1' },
    response_url: service.standIn.responseUrl(),
    actions: [action],
  };
  await send(service, 'interactions', new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  const [, settled] = await posted(service, count, 'response');
  expect(settled?.['response_type']).toBe(type);
  expect(textOf(settled)).toMatch(words);
});

it('commitments are shared once, however often the button is pressed', async () => {
  const service = await slackService({ commitments: found });
  const press = async (trigger: string, message: string): Promise<void> => {
    const payload = {
      type: 'block_actions',
      user: { id: 'U1' },
      team: { id: 'T1' },
      trigger_id: trigger,
      container: { message_ts: message, channel_id: 'C1' },
      response_url: service.standIn.responseUrl(),
      actions: [{ action_id: 'bluelamp_share_register', value: 'bGFtcHM' }],
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    expect((await send(service, 'interactions', body)).status).toBe(200);
  };
  await press('1.1', '1700000001.000100');
  await press('1.2', '1700000001.000100');
  await press('1.3', '1700000002.000100');
  await posted(service, 4, 'response');
  await expect.poll(() => service.door.waiting()).toBe(0);
  const sent = await posted(service, 4, 'response');
  expect(sent.filter((message) => message['response_type'] === 'in_channel')).toHaveLength(2);
});

it('where blocks are refused the rows go out as a text with their places', async () => {
  const service = await slackService({ commitments: found });
  service.standIn.trouble((method, { blocks }) =>
    method === 'response' && blocks ? { error: 'invalid_blocks' } : null,
  );
  await typed(service, '/commitment', 'lamps');
  const [message] = await posted(service, 1, 'response');
  expect(message).not.toHaveProperty('blocks');
  expect(message?.['text']).toMatch(/“We will light nine lamps on the quay\.”\n\*<http[^]*Possible successor/u);
});

const options = {
  subject: 'lamps',
  asked: { question: '/commitment lamps', user: null },
  isPrivate: true,
  canShare: true,
  links: { permalink: () => 'http://b.example/d', registerUrl: () => 'http://b.example/commitments' },
};

it('S5: rows keep to the limits of Slack and do nothing, whatever their words are', () => {
  const nasty = '<!channel> *& <@U1> [x](http://evil.example) `code` '.repeat(60);
  const row: CommitmentDetailWire = {
    ...commitment('quay-plan-2020', nasty, {
      actor: nasty,
      leadIn: { text: nasty, start: 0, end: 1 },
      section: [nasty],
    }),
    related: best.related.map((each) => ({ ...each, why: nasty, commitment: commitment('pier-plan-2016', nasty) })),
    notFoundIn: [],
  };
  const many = { commitments: Array.from({ length: 5 }, () => row), total: 5, documents };
  const message = renderRegister(many, options);
  expect(faultOfMessage(message.text, message.blocks)).toBeNull();
  const shown = `${textOf({ ...message })}\n${renderPlainRegister(many, options)}`;
  // What is left without guarded marks, links of ours and labels of ours is markup that somebody else made.
  const left = shown.replaceAll(/\u200b[*`]\u200b|\*?<http:[^<>|]*\|[^<>|]*>\*?|\*Possible \w+\*/gu, '');
  expect(left).not.toMatch(/[<>*`]/u);
});

it('the words looked for are too long for a button, then there is none', () => {
  const message = renderRegister(found, { ...options, subject: 'x'.repeat(226) });
  expect(message.blocks.filter((block) => isRecord(block) && block.type === 'actions')).toEqual([]);
});

it('/compare tells how often each document speaks of the theme, also when it is shared', async () => {
  const themeCounts = {
    heading: 'Lamps, by words and not by effort',
    lines: ['Pier Plan: not found', 'Quay Plan: 9 mentions'],
  };
  const service = await slackService({ themeCounts });
  await typed(service, '/compare', 'lamps');
  const [message] = await posted(service, 1, 'response');
  expect(textOf(message)).toContain(
    '*Lamps, by words and not by effort*\n• Pier Plan: not found\n• Quay Plan: 9 mentions',
  );
  const share = /"action_id":"bluelamp_share","value":"(?<value>[^"]+)"/u.exec(JSON.stringify(message))?.groups?.[
    'value'
  ];
  const payload = {
    type: 'block_actions',
    user: { id: 'U1' },
    team: { id: 'T1' },
    response_url: service.standIn.responseUrl(),
    actions: [{ action_id: 'bluelamp_share', value: share }],
  };
  await send(service, 'interactions', new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  const [, shared] = await posted(service, 3, 'response');
  expect(textOf(shared)).toContain('• Quay Plan: 9 mentions');
});
