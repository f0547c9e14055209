/**
 * A cookie that says that something is in the cart of this browser. Pages of visitors without it, which are most, need
 * not ask for a cart: a third of what a page costs the shop.
 */
export const cartTrace = 'ib_cart';
/** As long as a cart is kept that nobody uses. */
export const cartTraceSeconds = 30 * 24 * 60 * 60;
