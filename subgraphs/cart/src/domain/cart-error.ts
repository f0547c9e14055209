/** Why a cart could not be changed: the codes of the schema's CartErrorCode. */
export type CartErrorCode =
	| 'PRODUCT_NOT_FOUND'
	| 'PRODUCT_UNAVAILABLE'
	| 'LINE_NOT_FOUND'
	| 'INVALID_QUANTITY'
	| 'CART_FULL'
	| 'COUPON_NOT_FOUND'
	| 'COUPON_EXPIRED'
	| 'COUPON_MINIMUM_NOT_MET'
	| 'COUPON_USED_UP'
	| 'SERVICE_UNAVAILABLE';

/** A change that a shopper asked for and that cannot be made. */
export class CartError extends Error {
	override name = 'CartError';
	readonly code: CartErrorCode;
	/** The argument at fault. */
	readonly field: string | null;

	constructor(code: CartErrorCode, message: string, field: string | null = null) {
		super(message);
		this.code = code;
		this.field = field;
	}
}
