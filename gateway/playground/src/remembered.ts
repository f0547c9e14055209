/** What earlier answers said, so that operations work when run one after the other. */
export interface Remembered {
	token?: string | undefined;
	expiresAt?: string | undefined;
	productId?: string;
	orderId?: string;
}

/** The operation that tells each id. */
const toldBy: Record<string, string> = { productId: 'Search', orderId: 'PlaceOrder' };

// A browser tab's own: two of them are two customers.
const storageKey = 'remembered';
const listeners = new Set<() => void>();
let known = read();

function read(): Remembered {
	try {
		return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
	} catch {
		return {};
	}
}

function write(next: Remembered): void {
	known = next;
	sessionStorage.setItem(storageKey, JSON.stringify(known));
	for (const listener of listeners) listener();
}

export const remembered = (): Remembered => known;

export function onRemembered(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function forgetAll(): void {
	write({});
}

/** Forgets a session, unless another has taken its place, and the order, which was the session's own. */
export function forgetSession(token: string | undefined): void {
	const { productId } = known;
	if (known.token === token) write(productId ? { productId } : {});
}

/** Keeps the session and the first product's and the order's id of an answer. */
export function remember(answer: { data?: unknown }): void {
	const { createSession, products, placeOrder } = (answer.data ?? {}) as {
		createSession?: { token?: string; expiresAt?: string };
		products?: { nodes?: { id?: string }[] };
		placeOrder?: { order?: { id?: string } };
	};
	const productId = products?.nodes?.[0]?.id;
	const orderId = placeOrder?.order?.id;
	if (createSession?.token) {
		forgetSession(known.token);
		write({ ...known, token: createSession.token, expiresAt: createSession.expiresAt });
	}
	if (productId) write({ ...known, productId });
	if (orderId) write({ ...known, orderId });
}

/**
 * Replaces `{{productId}}` and `{{orderId}}` by the ids seen last, and `{{key}}` by a fresh random key.
 *
 * @throws Error that names the operation to run first, when an id was not seen yet
 */
export function fillIn<T>(variables: T): T {
	if (!variables) return variables;
	const values: Record<string, string | undefined> = { ...known, key: randomKey() };
	const filled = JSON.stringify(variables).replace(/\{\{(\w+)\}\}/g, (given, name) => {
		const value = values[name];
		if (value === undefined && toldBy[name]) {
			throw new Error(`${given} is not known yet. Run ${toldBy[name]} first, or write an id in its place.`);
		}
		return value ?? given;
	});
	return JSON.parse(filled);
}

/** Not randomUUID, which pages of a plain http address do not have. */
function randomKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
