/**
 * Stands in for the public suffix list (40 kB of the wire) where the portal reads contacts: a host is known by its form alone, and
 * its site by its last two labels. Contacts come out the same: they are made of host and path.
 */
export function parse(host: string) {
  const isIp = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
  const labels = host.split('.');
  const isHost = labels.length > 1 && labels.every((label) => label !== '') && !isIp;
  return {
    isIp,
    domain: isHost ? labels.slice(-2).join('.') : null,
    isIcann: isHost,
    isPrivate: false,
  };
}
