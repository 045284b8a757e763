// Whether a model's text is text and nothing else.

/** Letters of the Latin script, figures and the marks of running text: nothing that a page could take for markup, or a reader for something else. */
const plainPattern = /^[\p{Script=Latin}\p{N}\p{Zs}.,;:!?'"‘’“”()&%£$€/+–—-]*$/u;
const address =
  /:\/\/|\bwww\.|\b[\p{L}\p{N}-]+\.(?:com|org|net|io|uk|gov|info|eu|co)\b|\b(?:javascript|data|mailto|file):|&#?\w+;/iu;

/** Neither markup, nor an address, nor letters that only look like ours. */
export function isPlainText(text: string): boolean {
  return plainPattern.test(text) && !address.test(text);
}
