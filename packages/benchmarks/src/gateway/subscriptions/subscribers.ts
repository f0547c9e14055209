// Subscribers to orders, each with a session, an address, a socket and an order of its own, speaking as little of
// graphql-transport-ws as there is. Arguments: the gateway's address, the session secret, how many. It tells when all of
// them have their first state, and, when asked, how long each later event took.
import { setTimeout as sleep } from 'node:timers/promises';
import { createSessionToken } from '@infinite-blob/session/session-token';
import { WebSocket } from 'ws';

const [url = '', sessionSecret = '', count = '0'] = process.argv.slice(2);
const atOnce = 50;

const query = `subscription OrderStatusChanged($id: ID!) { orderStatusChanged(orderId: $id) {
	id number status updatedAt total { formatted } timeline { status at detail }
	lines { id name quantity product { handle image(size: THUMBNAIL) { url width height alt } } } } }`;

let latencies: number[] = [];

/** @returns when the first state is there */
async function subscribe(place: number): Promise<void> {
	const { token } = await createSessionToken(sessionSecret, Date.now());
	const headers = { 'x-forwarded-for': `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}` };
	const socket = new WebSocket(url, 'graphql-transport-ws', { headers, perMessageDeflate: false });
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	let isFirst = true;
	socket.on('error', reject);
	socket.on('close', (code, reason) => reject(new Error(`closed with ${code} ${reason}`)));
	socket.on('open', () =>
		socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
	);
	socket.on('message', (data) => {
		const { type, payload } = JSON.parse(String(data));
		if (type === 'connection_ack') {
			const variables = { id: `order-${place}` };
			socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
		} else if (type === 'next' && payload.data && !payload.errors) {
			const { updatedAt } = payload.data.orderStatusChanged;
			if (!isFirst) latencies.push(Date.now() - Date.parse(updatedAt));
			isFirst = false;
			resolve();
		} else if (type !== 'ping' && type !== 'pong') reject(new Error(String(data)));
	});
	return promise;
}

for (let place = 0; place < Number(count); place += atOnce) {
	const places = Array.from({ length: Math.min(atOnce, Number(count) - place) }, (_, index) => place + index);
	await Promise.all(places.map(subscribe));
	await sleep(5);
}
process.on('message', () => {
	process.send?.({ latencies });
	latencies = [];
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
