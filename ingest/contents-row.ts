/** The dots and the page stand in so many UTF-16 code units at the end; no more are looked at, or long runs of dots would take long. */
const tail = 40;

/** Whether the line leads to a page: dots, wide space or a tab before a number at its end. */
export function isContentsRow(words: string): boolean {
  return /(?:[.…]{3,}|\s{2,}|\t)\s*\d{1,3}$/u.test(words.slice(-tail));
}
