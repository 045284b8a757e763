import type { VNode } from 'preact';
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import { describeDocument } from '../describe-document.ts';
import { isChosen, toggled } from './document-filter.ts';
import type { Chosen } from './document-filter.ts';

interface ChoiceProps {
  readonly documents: readonly DocumentSummaryWire[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Which documents the next question searches. */
export function DocumentChoice({ documents, chosen, onChoose }: ChoiceProps): VNode {
  const all = documents.map(({ id }) => id);
  return (
    <fieldset class="document-choice">
      <legend>Documents to search</legend>
      {documents.map((document) => (
        <div key={document.id} class="choice">
          <input
            type="checkbox"
            id={`search_${document.id}`}
            checked={isChosen(chosen, document.id)}
            aria-describedby={`about_${document.id}`}
            onChange={() => onChoose(toggled(chosen, document.id, all))}
          />
          <span>
            <label for={`search_${document.id}`}>{document.title}</label>
            <span class="place" id={`about_${document.id}`}>
              {describeDocument(document)}
            </span>
          </span>
        </div>
      ))}
      {chosen !== null && (
        <button
          type="button"
          class="quiet"
          onClick={({ currentTarget }) => {
            // It goes when it is pressed.
            currentTarget.closest('fieldset')?.querySelector('input')?.focus();
            onChoose(null);
          }}
        >
          Search all
        </button>
      )}
    </fieldset>
  );
}
