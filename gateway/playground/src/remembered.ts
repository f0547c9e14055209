/** What earlier answers said, so that the starter operations work when run in order. */
const known: Record<string, string> = {};

/** The session that was created last, as a header. */
export function sessionHeaders(): Record<string, string> {
	const token = known.token ?? sessionStorage.getItem('session-token');
	return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Replaces `{{productId}}`, `{{orderId}}` and `{{key}}` in the variables: the ids seen last, a fresh random key. */
export function fillIn(variables: unknown): unknown {
	if (variables === undefined || variables === null) return variables;
	const values: Record<string, string> = { ...known, key: crypto.randomUUID() };
	return JSON.parse(
		JSON.stringify(variables).replace(/\{\{(\w+)\}\}/g, (given, name) => values[name] ?? given),
	);
}

/** Keeps the session's token and the first product's and order's id of an answer. */
export function remember(answer: unknown): void {
	const data = (answer as { data?: Record<string, unknown> }).data;
	if (!data) return;
	const { createSession, products, placeOrder } = data as {
		createSession?: { token?: string };
		products?: { nodes?: { id?: string }[] };
		placeOrder?: { order?: { id?: string } };
	};
	if (createSession?.token) {
		known.token = createSession.token;
		sessionStorage.setItem('session-token', createSession.token);
	}
	const productId = products?.nodes?.[0]?.id;
	if (productId) known.productId = productId;
	const orderId = placeOrder?.order?.id;
	if (orderId) known.orderId = orderId;
}
