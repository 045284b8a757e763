// What goes wrong with the data folder, as sentences: for readers without a path, for whoever starts the service with one.
import { AppError, systemCodeOf } from '../../domain/errors.ts';
import type { ErrorCode } from '../../domain/errors.ts';

type DataFault = Extract<ErrorCode, 'disk-full' | 'data-unwritable' | 'data-damaged' | 'not-ready'>;

const patterns: readonly (readonly [DataFault, RegExp])[] = [
  ['disk-full', /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/u],
  ['data-unwritable', /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM|IOERR)|EROFS$|EACCES$|EPERM$|EIO$|ENOTDIR$|EEXIST$)/u],
  ['data-damaged', /^SQLITE_(?:CORRUPT|NOTADB|FORMAT)/u],
  // Another process, such as an ingest that adds to the audit log, writes for longer than it should.
  ['not-ready', /^SQLITE_(?:BUSY|LOCKED)/u],
];

const forReaders: Readonly<Record<DataFault, string>> = {
  'disk-full':
    'The disk that conversations are kept on is full, so this could not be kept. Documents and search still work. Ask whoever runs Bluelamp to free some space, then try again.',
  'data-unwritable':
    'The place that conversations are kept in cannot be written, so this could not be kept. Documents and search still work. Ask whoever runs Bluelamp to run `bluelamp doctor`.',
  'data-damaged':
    'The file that conversations are kept in is damaged. Documents and search still work. Ask whoever runs Bluelamp to restore it from a backup.',
  'not-ready': 'The file that conversations are kept in is in use. Try again in a moment.',
};

/** A fault of the disk or of SQLite as one that a reader can act on; anything else as it was. */
export function toReaderFault(error: unknown): unknown {
  const code = faultOf(error);
  return code === null ? error : new AppError(code, forReaders[code], { cause: error });
}

/** The same for whoever starts the service or gives a command. @param path what was opened or written. */
export function toOperatorFault(path: string, error: unknown): unknown {
  const code = faultOf(error);
  if (code === null) return error;
  const reason = reasonOf(error);
  const sentences: Readonly<Record<DataFault, string>> = {
    'disk-full': `The disk is full: ${path} could not be written. Free some space, then try again.`,
    'data-unwritable': `${path} cannot be written (${reason}). Give the user that Bluelamp runs as the right to read and write it, or set BLUELAMP_DATA_DIR to another folder.`,
    'data-damaged': `${path} is damaged, or no file of Bluelamp's (${reason}). Move it away and restore a backup with \`bluelamp restore FILE\`.`,
    'not-ready': `${path} is in use by another process. Try again when that has ended.`,
  };
  return new AppError(code, sentences[code], { cause: error });
}

function faultOf(error: unknown): DataFault | null {
  if (error instanceof AppError) return null;
  const reason = reasonOf(error);
  return patterns.find(([, pattern]) => pattern.test(reason))?.[0] ?? null;
}

/** libsql gives no code when it cannot open a file at all. */
function reasonOf(error: unknown): string {
  const isUnopened = error instanceof Error && error.message.startsWith('ConnectionFailed');
  return isUnopened ? 'SQLITE_CANTOPEN' : systemCodeOf(error);
}
