/** The oldest Node that is promised: the one that this package brings along, and that tests run on. */
export const oldestNode = '24.21.0';

/** What to say to a Node that is too old; undefined when it will do. @param version as « 24.21.0 » */
export function nodeRefusal(version: string = process.versions.node): string | undefined {
  const [asked, given] = [oldestNode, version].map((each) => each.split('.').map(Number));
  const place = [0, 1, 2].find((each) => asked![each] !== given![each]);
  if (place === undefined || given![place]! > asked![place]!) return undefined;
  return `Parchemin demande Node.js ${oldestNode} ou plus récent, et celui-ci est ${version} : lancez « npm start », qui apporte le sien.`;
}
