const variables = (value: object) => JSON.stringify(value, null, '\t');

/** A purchase in five operations, to be run in order. */
export const starterTabs = [
	{
		query: `# 1. Start a session. This page sends its token from now on;
# elsewhere send "Authorization: Bearer TOKEN".
mutation CreateSession {
	createSession {
		token
		expiresAt
	}
}`,
	},
	{
		query: `# 2. Search the catalogue: fields from three subgraphs.
query Search($text: String) {
	products(search: $text, first: 5) {
		totalCount
		nodes {
			id
			name
			price { formatted }
			image(size: CARD) { url alt }
			similar(first: 2) { name }
			ad { text clickUrl }
		}
		tagFacets(first: 5) { tag count }
	}
}`,
		variables: variables({ text: 'vase' }),
	},
	{
		query: `# 3. Put the first artwork found into the cart.
# {{productId}} stands for its id.
mutation AddToCart($productId: ID!) {
	addToCart(productId: $productId, quantity: 2) {
		cart {
			lines { id name quantity total { formatted } }
			total { formatted }
			recommendations(first: 2) { name }
		}
		userErrors { code field message }
	}
}`,
		variables: variables({ productId: '{{productId}}' }),
	},
	{
		query: `# 4. Order what is in the cart. The key makes a repeat
# harmless; {{key}} stands for a new one each time.
mutation PlaceOrder($input: PlaceOrderInput!) {
	placeOrder(input: $input) {
		order { id number status total { formatted } }
		userErrors { code field message }
	}
}`,
		variables: variables({
			input: {
				idempotencyKey: '{{key}}',
				customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
				paymentMethod: 'pm_card_visa',
			},
		}),
	},
	{
		query: `# 5. Watch the order until it is completed.
# {{orderId}} stands for the one just placed.
subscription WatchOrder($orderId: ID!) {
	orderStatusChanged(orderId: $orderId) {
		number
		status
		invoiceUrl
		timeline { status at detail }
		lines {
			name
			quantity
			product { handle image(size: THUMBNAIL) { url } }
		}
	}
}`,
		variables: variables({ orderId: '{{orderId}}' }),
	},
];
