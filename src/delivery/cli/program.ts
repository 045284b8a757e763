// The commands and their options. What a command does is loaded when it is called: the embedder's libraries take half a second.
import { Command, Option } from 'commander';
import { searchModes } from '../../contract/search.ts';
import type { AskOptions } from './ask.ts';
import type { CommitmentsOptions } from './commitments.ts';
import type { CompareOptions } from './compare.ts';
import type { Context, Manner } from './context.ts';
import type { EvaluationOutput } from './evaluate.ts';
import type { SearchOptions } from './search.ts';
import { previewFormats } from './slack-formats.ts';
import type { PreviewOptions } from './slack-formats.ts';

/** Runs a command once its settings are read; the number is the exit code. */
export type Start = (command: Command, manner: Manner, run: (context: Context) => Promise<number>) => Promise<void>;

const exitNote = 'Exit codes: 0 done, 1 failed, 2 wrong use, 3 nothing found.';

export function createProgram(start: Start): Command {
  const program = new Command('bluelamp')
    .description('Answers questions about strategy documents in their exact words.')
    .addHelpText('after', `\n${exitNote}`)
    .exitOverride()
    .showHelpAfterError()
    .allowExcessArguments(false);
  addIngest(program, start);
  addServe(program, start);
  addMcp(program, start);
  addAsk(program, start);
  addSearch(program, start);
  addCommitments(program, start);
  addCompare(program, start);
  addDoctor(program, start);
  addBackup(program, start);
  addEvaluation(program, start);
  addSlack(program, start);
  return program;
}

function addIngest(program: Command, start: Start): void {
  program
    .command('ingest')
    .description('read the documents of a folder and build the index that is searched')
    .argument('[folder]', "folder of .txt and .md documents (default: the project's corpus/)")
    .action((folder: string | undefined, _options: object, command: Command) =>
      start(command, 'command', async (context) => (await import('./ingest.ts')).ingestFolder(context, folder)),
    );
}

function addServe(program: Command, start: Start): void {
  program
    .command('serve')
    .description('serve the page and the interface on HOST and PORT; builds the index first where there is none')
    .action((_options: object, command: Command) =>
      start(command, 'service', async (context) => (await import('./serve.ts')).serve(context)),
    );
}

function addMcp(program: Command, start: Start): void {
  program
    .command('mcp')
    .description('serve another assistant by the Model Context Protocol over standard input and output')
    .action((_options: object, command: Command) =>
      start(command, 'command', async (context) => (await import('./mcp.ts')).mcp(context)),
    );
}

function addAsk(program: Command, start: Start): void {
  withFilters(program.command('ask'))
    .description('answer a question in the words of the documents')
    .argument('<question>')
    .option('--json', 'print the answer as the HTTP interface gives it')
    .option('--explain', 'say how the question was understood and what was found')
    .action((question: string, options: AskOptions, command: Command) =>
      start(command, 'command', async (context) => (await import('./ask.ts')).ask(context, question, options)),
    );
}

function addSearch(program: Command, start: Start): void {
  withFilters(program.command('search'))
    .description('find passages by meaning and by words')
    .argument('<query>')
    .option('-k <number>', 'passages at most, 1 to 50', '10')
    .addOption(new Option('--mode <mode>', 'by meaning, by words, or both').choices(searchModes).default('hybrid'))
    .option('--json', 'print the passages as the HTTP interface gives them')
    .option('--explain', 'say how the query was understood and what each score is made of')
    .action((query: string, options: SearchOptions, command: Command) =>
      start(command, 'command', async (context) => (await import('./search.ts')).search(context, query, options)),
    );
}

function addCommitments(program: Command, start: Start): void {
  withFilters(program.command('commitments'))
    .description('list what the documents commit to, with targets and deadlines')
    .argument('[words]', 'words that a commitment must hold')
    .option('--theme <id>', 'only of this theme')
    .option('--has <traits>', 'only with a target, a deadline, or both: target,deadline')
    .addOption(new Option('--sort <order>', 'order').choices(['reading', 'deadline', 'theme']).default('reading'))
    .option('--limit <number>', 'commitments at most, 1 to 500 (default: 50, with --csv all)')
    .option('--cursor <id>', 'go on where the page before ended')
    .addOption(new Option('--json', 'print the page as the HTTP interface gives it').conflicts('csv'))
    .option('--csv', 'print them as comma-separated values')
    .action((words: string | undefined, options: CommitmentsOptions, command: Command) =>
      start(command, 'command', async (context) =>
        (await import('./commitments.ts')).commitments(context, words, options),
      ),
    );
}

function addCompare(program: Command, start: Start): void {
  program
    .command('compare')
    .description('set side by side what each document since a year says of a topic')
    .argument('<topic>')
    .requiredOption('--from <year>', 'the first year to look at')
    .option('--to <year>', 'only in documents of this year or earlier')
    .option('--json', 'print the answer as the HTTP interface gives it')
    .action((topic: string, options: CompareOptions, command: Command) =>
      start(command, 'command', async (context) => (await import('./compare.ts')).compare(context, topic, options)),
    );
}

function addDoctor(program: Command, start: Start): void {
  program
    .command('doctor')
    .description('check what Bluelamp needs, and say how to mend what is amiss')
    .action((_options: object, command: Command) =>
      start(command, 'command', async (context) => (await import('./doctor.ts')).doctor(context)),
    );
}

function addBackup(program: Command, start: Start): void {
  program
    .command('backup')
    .description('copy the conversations, feedback and audit log to a file, while serving or not')
    .argument('<file>', 'a file that is not there yet')
    .action((file: string, _options: object, command: Command) =>
      start(command, 'command', async (context) => (await import('./backup.ts')).backUpTo(context, file)),
    );
  program
    .command('restore')
    .description('put such a copy into BLUELAMP_DATA_DIR, which must hold none')
    .argument('<file>')
    .action((file: string, _options: object, command: Command) =>
      start(command, 'command', async (context) => (await import('./backup.ts')).restoreFrom(context, file)),
    );
}

function addEvaluation(program: Command, start: Start): void {
  program
    .command('eval')
    .description('put the questions of a JSON Lines file and measure search and answers')
    .argument('<file>')
    .option('--json', 'print every measure and every question as JSON')
    .option('--failures', 'print the questions that went wrong one by one')
    .option('--grounding <pairs>', 'measure the check of generated sentences on a file of pairs, too')
    .action((file: string, options: EvaluationOutput, command: Command) =>
      start(command, 'command', async (context) =>
        (await import('./evaluate.ts')).evaluateFile(context, file, options),
      ),
    );
}

function addSlack(program: Command, start: Start): void {
  program
    .command('slack')
    .description('look at what the Slack bot would post')
    .command('preview')
    .description('answer a question and print the message, as JSON for Slack’s Block Kit Builder')
    .argument('<question>')
    .addOption(
      new Option('--format <format>', 'the message of Slack’s, or the same card as text')
        .choices(previewFormats)
        .default('blocks'),
    )
    .action((question: string, options: PreviewOptions, command: Command) =>
      start(command, 'command', async (context) =>
        (await import('./slack-preview.ts')).previewInSlack(context, question, options),
      ),
    );
}

function withFilters(command: Command): Command {
  return command
    .option('--documents <ids>', 'only in these documents, ids parted by commas')
    .option('--from <year>', 'only in documents of this year or later')
    .option('--to <year>', 'only in documents of this year or earlier');
}
