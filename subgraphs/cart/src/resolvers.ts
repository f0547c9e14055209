import { addToCart } from './resolvers/add-to-cart.ts';
import { applyCoupon } from './resolvers/apply-coupon.ts';
import { Cart } from './resolvers/cart.ts';
import { CartLine } from './resolvers/cart-line.ts';
import { checkout } from './resolvers/checkout.ts';
import { clearCart } from './resolvers/clear-cart.ts';
import { cart } from './resolvers/own-cart.ts';
import { removeCoupon } from './resolvers/remove-coupon.ts';
import { removeFromCart } from './resolvers/remove-from-cart.ts';
import { reserveCoupon } from './resolvers/reserve-coupon.ts';
import { setCartCurrency } from './resolvers/set-cart-currency.ts';
import { updateCartLine } from './resolvers/update-cart-line.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: Resolvers = {
	Query: { cart, checkout },
	Mutation: {
		addToCart,
		updateCartLine,
		removeFromCart,
		clearCart,
		applyCoupon,
		removeCoupon,
		setCartCurrency,
		reserveCoupon,
	},
	Cart,
	CartLine,
};
