const variables = (value: object) => JSON.stringify(value, null, '\t');

/** A purchase in five operations, to be run in order. */
export const starterTabs = [
	{
		query: `# 1. Start a session: run this with Ctrl-Enter or ▶.
# The page sends its token from now on. Elsewhere
# send the header "Authorization: Bearer TOKEN".
mutation CreateSession {
	createSession {
		token
		expiresAt
	}
}`,
	},
	{
		query: `# 2. Search the catalogue. Three subgraphs answer:
# products, recommendations (similar), ads (ad).
query Search($text: String) {
	products(search: $text, first: 5) {
		totalCount
		nodes {
			id
			name
			price(currency: EUR) { formatted }
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
		query: `# 3. Put an artwork into the cart. {{productId}} is
# the first that Search found. What can go wrong
# comes as userErrors: try a quantity of 100.
mutation AddToCart($id: ID!, $quantity: Int!) {
	addToCart(productId: $id, quantity: $quantity) {
		cart {
			lines { id name quantity total { formatted } }
			total { formatted }
			recommendations(first: 2) { name }
		}
		userErrors { code field message }
	}
}`,
		variables: variables({ id: '{{productId}}', quantity: 2 }),
	},
	{
		query: `# 4. Order what is in the cart. The same key is the
# same order; {{key}} is a new one each time. With
# "pm_test_slow" the payment takes 3 seconds, time
# to see the order move in the next tab.
mutation PlaceOrder($input: PlaceOrderInput!) {
	placeOrder(input: $input) {
		order { id number status total { formatted } }
		userErrors { code field message }
	}
}`,
		variables: variables({
			input: {
				idempotencyKey: '{{key}}',
				paymentMethod: 'pm_card_visa',
				customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
			},
		}),
	},
	{
		query: `# 5. Watch the order until it rests. {{orderId}} is
# the one just placed. It comes at once as it is,
# then after each change; ■ stops watching.
subscription WatchOrder($orderId: ID!) {
	orderStatusChanged(orderId: $orderId) {
		number
		status
		invoiceUrl
		timeline { status at detail }
		lines {
			name
			quantity
			product {
				handle
				image(size: THUMBNAIL) { url }
			}
		}
	}
}`,
		variables: variables({ orderId: '{{orderId}}' }),
	},
];
