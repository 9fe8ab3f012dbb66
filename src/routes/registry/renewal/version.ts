/** The version of the texts that an address asks for: the newest when it asks for none. */
export function askedVersion(url: URL): number | undefined {
  const asked = url.searchParams.get('version');
  return asked === null ? undefined : Number(asked);
}
