// Addresses of what can be read as a resource.

export const documentUriTemplate = 'bluelamp://documents/{id}';
export const passageUriTemplate = 'bluelamp://passages/{id}';

export function documentUri(id: string): string {
  return documentUriTemplate.replace('{id}', encodeURIComponent(id));
}

export function passageUri(id: string): string {
  return passageUriTemplate.replace('{id}', encodeURIComponent(id));
}
