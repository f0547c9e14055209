/** What a shopper's browser asks of the API, as the storefront does. */

export const listProducts = '{ products(first: 48) { nodes { id } } }';

export const createSession = 'mutation { createSession { token } }';

export const addToCart = `mutation ($id: ID!, $quantity: Int!) {
	addToCart(productId: $id, quantity: $quantity) { cart { id } userErrors { code } } }`;

export const placeOrder = `mutation ($input: PlaceOrderInput!) {
	placeOrder(input: $input) { order { id } userErrors { code } } }`;

/** All that an order's page shows: for each event the gateway asks the products service for the pictures. */
export const watchOrder = `subscription ($id: ID!) { orderStatusChanged(orderId: $id) {
	id number status placedAt updatedAt invoiceUrl customer { firstName lastName email }
	lines { id name quantity downloadsRemaining unitPrice { formatted } total { formatted }
		product { handle thumbnail: image(size: THUMBNAIL) { url width height alt } } }
	subtotal { formatted } discount { amount formatted } total { formatted }
	payment { status method last4 declineCode } timeline { status at detail } } }`;
