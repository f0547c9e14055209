// The editor and the dialogs add <style> elements as they run, which the page's policy lets in by its nonce alone.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

if (nonce) {
	const createElement = document.createElement;
	document.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
		const element = createElement.call(this, name, options);
		if (element instanceof HTMLStyleElement) element.nonce = nonce;
		return element;
	} as typeof createElement;
}
