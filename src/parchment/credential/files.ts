/** The files of a credential, by the name that each has in its address, and their media types. */
export const credentialFiles = {
  'credential.json': 'application/vc',
  'credential.jwt': 'text/plain',
  'badge.png': 'image/png',
  'badge.svg': 'image/svg+xml'
} as const;
export type CredentialFile = keyof typeof credentialFiles;

export const isCredentialFile = (name: string): name is CredentialFile =>
  Object.hasOwn(credentialFiles, name);

/** Where each file of a certificate's credential is read. */
export const credentialHrefs = (number: string): { name: CredentialFile; href: string }[] =>
  (Object.keys(credentialFiles) as CredentialFile[]).map((name) => ({
    name,
    href: `/certificates/${number}/${name}`
  }));
