const anyOrigin = 'http://shop.invalid';

/** A path of this shop, as a form sends it back; the home page for what would lead elsewhere. */
export function ownPath(given: unknown): string {
	if (typeof given !== 'string' || !given.startsWith('/')) return '/';
	const url = URL.parse(given, anyOrigin);
	return url?.origin === anyOrigin ? url.pathname + url.search : '/';
}
