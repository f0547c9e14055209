/** One step of the checkout, at an address of its own. */
export interface CheckoutStep {
	href: string;
	name: string;
}

export const checkoutSteps: readonly CheckoutStep[] = [
	{ href: '/checkout/contact', name: 'Contact' },
	{ href: '/checkout/payment', name: 'Payment' },
	{ href: '/checkout/review', name: 'Review' },
];

export const firstStep = '/checkout/contact';
