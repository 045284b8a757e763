// What an ingest tells while it runs, and its report at the end.
import type { DocumentId } from '../src/domain/ids.ts';

export interface ProgressEvent {
  readonly stage: 'read' | 'embed' | 'write' | 'verify';
  readonly done: number;
  readonly total: number;
}

export type Progress = (event: ProgressEvent) => void;

export interface SkippedFile {
  readonly file: string;
  /** Why, in words that complete "… was skipped: ". */
  readonly reason: string;
}

export interface IngestReport {
  readonly generation: string;
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly title: string;
    readonly passages: number;
    readonly sentences: number;
  }[];
  readonly skipped: readonly SkippedFile[];
  /** Sentences on what was odd but did not stop the ingest. */
  readonly warnings: readonly string[];
  readonly embedded: number;
  readonly reused: number;
  readonly seconds: number;
}
