/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CartErrorCode =
  | 'CART_FULL'
  | 'COUPON_EXPIRED'
  | 'COUPON_MINIMUM_NOT_MET'
  | 'COUPON_NOT_FOUND'
  | 'COUPON_USED_UP'
  | 'INVALID_QUANTITY'
  | 'LINE_NOT_FOUND'
  | 'PRODUCT_NOT_FOUND'
  | 'PRODUCT_UNAVAILABLE'
  | 'SERVICE_UNAVAILABLE';

export type CartNoticeCode =
  | 'COUPON_REMOVED'
  | 'PRICE_CHANGED'
  | 'PRODUCT_UNAVAILABLE';

export type CurrencyCode =
  | 'EUR'
  | 'GBP'
  | 'INR'
  | 'JPY'
  | 'USD';

export type CustomerInput = {
  email: string;
  firstName: string;
  lastName: string;
};

export type MoneyInput = {
  amount: number;
  currency: CurrencyCode;
};

export type OrderErrorCode =
  | 'ACCESS_DENIED'
  | 'CART_EMPTY'
  | 'COUPON_INVALID'
  | 'DOWNLOADS_USED_UP'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_CUSTOMER'
  | 'INVALID_INPUT'
  | 'INVALID_PAYMENT_METHOD'
  | 'NOT_CANCELLABLE'
  | 'NOT_DOWNLOADABLE'
  | 'NOT_REFUNDABLE'
  | 'NOT_RETRYABLE'
  | 'ORDER_IN_PROGRESS'
  | 'ORDER_NOT_FOUND'
  | 'PRICE_CHANGED'
  | 'PRODUCT_UNAVAILABLE'
  | 'SERVICE_UNAVAILABLE';

export type OrderStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'DECLINED'
  | 'INVOICED'
  | 'PAID'
  | 'PLACED'
  | 'REFUNDED';

export type PaymentStatus =
  | 'DECLINED'
  | 'PENDING'
  | 'PROCESSING'
  | 'REFUNDED'
  | 'REFUND_PENDING'
  | 'SUCCEEDED';

export type PlaceOrderInput = {
  customer: CustomerInput;
  expectedTotal?: MoneyInput | null | undefined;
  idempotencyKey: string;
  paymentMethod: string;
};

export type ProductFilter = {
  maxPrice?: number | null | undefined;
  minPrice?: number | null | undefined;
  tags?: Array<string> | null | undefined;
};

export type ProductSort =
  | 'MOST_DOWNLOADED'
  | 'NAME'
  | 'NEWEST'
  | 'PRICE_ASC'
  | 'PRICE_DESC'
  | 'RELEVANCE';

export type CartContentsFragment = { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> };

export type CartChangeFragment = { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null, userErrors: Array<{ code: CartErrorCode, field: Array<string> | null, message: string }> };

export type CartBadgeQueryVariables = Exact<{ [key: string]: never; }>;


export type CartBadgeQuery = { cart: { id: string, totalQuantity: number, updatedAt: string } | null };

export type CartQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type CartQuery = { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null };

export type CartRecommendationsQueryVariables = Exact<{
  locale?: string | null | undefined;
  currency?: CurrencyCode | null | undefined;
}>;


export type CartRecommendationsQuery = { cart: { id: string, recommendations: Array<{ id: string, handle: string, name: string, downloads: number, price: { formatted: string }, thumbnail: { url: string, width: number }, card: { url: string, width: number, height: number, alt: string, placeholder: string } }> | null } | null };

export type AddToCartMutationVariables = Exact<{
  locale?: string | null | undefined;
  productId: string;
  quantity: number;
}>;


export type AddToCartMutation = { addToCart: { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null, userErrors: Array<{ code: CartErrorCode, field: Array<string> | null, message: string }> } };

export type UpdateCartLineMutationVariables = Exact<{
  locale?: string | null | undefined;
  lineId: string;
  quantity: number;
}>;


export type UpdateCartLineMutation = { updateCartLine: { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null, userErrors: Array<{ code: CartErrorCode, field: Array<string> | null, message: string }> } };

export type RemoveFromCartMutationVariables = Exact<{
  locale?: string | null | undefined;
  lineId: string;
}>;


export type RemoveFromCartMutation = { removeFromCart: { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null, userErrors: Array<{ code: CartErrorCode, field: Array<string> | null, message: string }> } };

export type ApplyCouponMutationVariables = Exact<{
  locale?: string | null | undefined;
  code: string;
}>;


export type ApplyCouponMutation = { applyCoupon: { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null, userErrors: Array<{ code: CartErrorCode, field: Array<string> | null, message: string }> } };

export type RemoveCouponMutationVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type RemoveCouponMutation = { removeCoupon: { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null, userErrors: Array<{ code: CartErrorCode, field: Array<string> | null, message: string }> } };

export type SetCartCurrencyMutationVariables = Exact<{
  locale?: string | null | undefined;
  currency: CurrencyCode;
}>;


export type SetCartCurrencyMutation = { setCartCurrency: { cart: { id: string, totalQuantity: number, updatedAt: string, currency: CurrencyCode, coupon: string | null, lines: Array<{ id: string, name: string, quantity: number, unitPrice: { formatted: string }, total: { formatted: string }, product: { id: string, handle: string, available: boolean, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { amount: number, currency: CurrencyCode, formatted: string }, notices: Array<{ code: CartNoticeCode, lineId: string | null, message: string }> } | null, userErrors: Array<{ code: CartErrorCode, field: Array<string> | null, message: string }> } };

export type ProductCardFragment = { id: string, handle: string, name: string, downloads: number, price: { formatted: string }, thumbnail: { url: string, width: number }, card: { url: string, width: number, height: number, alt: string, placeholder: string } };

export type HomeQueryVariables = Exact<{
  locale?: string | null | undefined;
  currency?: CurrencyCode | null | undefined;
}>;


export type HomeQuery = { hero: { nodes: Array<{ handle: string, name: string, full: { url: string, width: number, height: number, alt: string, placeholder: string }, card: { url: string, width: number } }> } | null, products: { totalCount: number, nodes: Array<{ id: string, handle: string, name: string, downloads: number, price: { formatted: string }, thumbnail: { url: string, width: number }, card: { url: string, width: number, height: number, alt: string, placeholder: string } }>, tagFacets: Array<{ tag: string, count: number }> } | null };

export type TrendingQueryVariables = Exact<{
  locale?: string | null | undefined;
  currency?: CurrencyCode | null | undefined;
}>;


export type TrendingQuery = { trending: Array<{ id: string, handle: string, name: string, downloads: number, price: { formatted: string }, thumbnail: { url: string, width: number }, card: { url: string, width: number, height: number, alt: string, placeholder: string } }> | null };

export type SearchQueryVariables = Exact<{
  locale?: string | null | undefined;
  search?: string | null | undefined;
  filter?: ProductFilter | null | undefined;
  sort?: ProductSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filtered?: boolean | null | undefined;
  currency?: CurrencyCode | null | undefined;
}>;


export type SearchQuery = { products: { totalCount: number, correctedSearch: string | null, didYouMean: string | null, nodes: Array<{ id: string, handle: string, name: string, downloads: number, price: { formatted: string }, thumbnail: { url: string, width: number }, card: { url: string, width: number, height: number, alt: string, placeholder: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null }, tagFacets: Array<{ tag: string, count: number }> } | null, unfiltered?: { tagFacets: Array<{ tag: string }> } | null };

export type SuggestionsQueryVariables = Exact<{
  prefix: string;
}>;


export type SuggestionsQuery = { suggestions: Array<{ text: string, tag: string | null, product: { handle: string, thumbnail: { url: string } } | null }> | null };

export type ProductQueryVariables = Exact<{
  locale?: string | null | undefined;
  handle: string;
  currency?: CurrencyCode | null | undefined;
}>;


export type ProductQuery = { product: { id: string, handle: string, name: string, description: string, tags: Array<string>, downloads: number, available: boolean, price: { amount: number, currency: CurrencyCode, formatted: string }, card: { url: string, width: number }, full: { url: string, width: number, height: number, alt: string, placeholder: string }, linkPreview: { url: string, width: number, height: number } } | null };

export type ProductAdQueryVariables = Exact<{
  handle: string;
}>;


export type ProductAdQuery = { product: { ad: { id: string, text: string, clickUrl: string } | null } | null };

export type RelatedQueryVariables = Exact<{
  locale?: string | null | undefined;
  handle: string;
  currency?: CurrencyCode | null | undefined;
}>;


export type RelatedQuery = { product: { similar: Array<{ id: string, handle: string, name: string, downloads: number, price: { formatted: string }, thumbnail: { url: string, width: number }, card: { url: string, width: number, height: number, alt: string, placeholder: string } }> | null, boughtTogether: Array<{ id: string, handle: string, name: string, downloads: number, price: { formatted: string }, thumbnail: { url: string, width: number }, card: { url: string, width: number, height: number, alt: string, placeholder: string } }> | null } | null };

export type ReceiptFragment = { id: string, number: string, status: OrderStatus, placedAt: string, updatedAt: string, invoiceUrl: string | null, creditNoteUrl: string | null, coupon: string | null, customer: { firstName: string, lastName: string, email: string }, lines: Array<{ id: string, name: string, quantity: number, downloadsRemaining: number | null, unitPrice: { formatted: string }, total: { formatted: string }, product: { handle: string, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { formatted: string }, payment: { status: PaymentStatus, method: string, last4: string | null, declineCode: string | null, refundedAt: string | null }, timeline: Array<{ status: OrderStatus, at: string, detail: string | null }> };

export type OrderChangeFragment = { order: { id: string, number: string, status: OrderStatus } | null, userErrors: Array<{ code: OrderErrorCode, field: Array<string> | null, message: string }> };

export type OrderQueryVariables = Exact<{
  locale?: string | null | undefined;
  id: string;
}>;


export type OrderQuery = { order: { id: string, number: string, status: OrderStatus, placedAt: string, updatedAt: string, invoiceUrl: string | null, creditNoteUrl: string | null, coupon: string | null, customer: { firstName: string, lastName: string, email: string }, lines: Array<{ id: string, name: string, quantity: number, downloadsRemaining: number | null, unitPrice: { formatted: string }, total: { formatted: string }, product: { handle: string, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { formatted: string }, payment: { status: PaymentStatus, method: string, last4: string | null, declineCode: string | null, refundedAt: string | null }, timeline: Array<{ status: OrderStatus, at: string, detail: string | null }> } | null };

export type OrderStatusChangedSubscriptionVariables = Exact<{
  locale?: string | null | undefined;
  id: string;
}>;


export type OrderStatusChangedSubscription = { orderStatusChanged: { id: string, number: string, status: OrderStatus, placedAt: string, updatedAt: string, invoiceUrl: string | null, creditNoteUrl: string | null, coupon: string | null, customer: { firstName: string, lastName: string, email: string }, lines: Array<{ id: string, name: string, quantity: number, downloadsRemaining: number | null, unitPrice: { formatted: string }, total: { formatted: string }, product: { handle: string, thumbnail: { url: string, width: number, height: number, alt: string } } | null }>, subtotal: { formatted: string }, discount: { amount: number, formatted: string }, total: { formatted: string }, payment: { status: PaymentStatus, method: string, last4: string | null, declineCode: string | null, refundedAt: string | null }, timeline: Array<{ status: OrderStatus, at: string, detail: string | null }> } };

export type InvoiceQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceQuery = { order: { id: string, invoiceUrl: string | null } | null };

export type CreditNoteQueryVariables = Exact<{
  id: string;
}>;


export type CreditNoteQuery = { order: { id: string, creditNoteUrl: string | null } | null };

export type OrdersQueryVariables = Exact<{
  locale?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { totalCount: number, nodes: Array<{ id: string, number: string, status: OrderStatus, placedAt: string, invoiceUrl: string | null, payment: { status: PaymentStatus }, total: { formatted: string }, lines: Array<{ id: string, name: string, quantity: number, product: { thumbnail: { url: string, width: number, height: number, alt: string } } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder: { order: { id: string, number: string, status: OrderStatus } | null, userErrors: Array<{ code: OrderErrorCode, field: Array<string> | null, message: string }> } };

export type RetryPaymentMutationVariables = Exact<{
  orderId: string;
  paymentMethod: string;
  idempotencyKey: string;
}>;


export type RetryPaymentMutation = { retryPayment: { order: { id: string, number: string, status: OrderStatus } | null, userErrors: Array<{ code: OrderErrorCode, field: Array<string> | null, message: string }> } };

export type CancelOrderMutationVariables = Exact<{
  orderId: string;
}>;


export type CancelOrderMutation = { cancelOrder: { order: { id: string, number: string, status: OrderStatus } | null, userErrors: Array<{ code: OrderErrorCode, field: Array<string> | null, message: string }> } };

export type ClaimOrderMutationVariables = Exact<{
  orderId: string;
  token: string;
}>;


export type ClaimOrderMutation = { claimOrder: { order: { id: string, number: string, status: OrderStatus } | null, userErrors: Array<{ code: OrderErrorCode, field: Array<string> | null, message: string }> } };

export type CreateDownloadMutationVariables = Exact<{
  orderId: string;
  lineId: string;
}>;


export type CreateDownloadMutation = { createDownload: { download: { url: string, remaining: number } | null, userErrors: Array<{ code: OrderErrorCode, field: Array<string> | null, message: string }> } };

export type CreateSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateSessionMutation = { createSession: { token: string, expiresAt: string } };

export type SitemapSizeQueryVariables = Exact<{ [key: string]: never; }>;


export type SitemapSizeQuery = { products: { totalCount: number, tagFacets: Array<{ tag: string }> } | null };

export type SitemapProductsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SitemapProductsQuery = { products: { nodes: Array<{ handle: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };
