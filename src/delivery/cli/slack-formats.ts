/** What a preview can be printed as. */
export const previewFormats = ['blocks', 'plain', 'markdown', 'text'] as const;

export interface PreviewOptions {
  readonly format: (typeof previewFormats)[number];
}
