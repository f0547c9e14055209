import type { Resolvers } from '../schema.generated.ts';
import { addToCart } from './add-to-cart.ts';
import { applyCoupon } from './apply-coupon.ts';
import { Cart } from './cart.ts';
import { CartLine } from './cart-line.ts';
import { checkout } from './checkout.ts';
import { clearCart } from './clear-cart.ts';
import { cart } from './own-cart.ts';
import { removeCoupon } from './remove-coupon.ts';
import { removeFromCart } from './remove-from-cart.ts';
import { reserveCoupon } from './reserve-coupon.ts';
import { setCartCurrency } from './set-cart-currency.ts';
import { updateCartLine } from './update-cart-line.ts';

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
