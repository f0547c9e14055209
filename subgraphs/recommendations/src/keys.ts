/** Every key of the service. */
export const keys = {
	/** A product's newest snapshot, as JSON. */
	product: (id: string) => `recommendations:product:${id}`,
	/** Ids of the products on sale that have a tag. */
	tag: (tag: string) => `recommendations:tag:${tag}`,
	/** Ids of the products on sale by when they came. */
	newest: 'recommendations:newest',
	/** Ids by how much they were bought of late. */
	trending: 'recommendations:trending',
	/** Ids bought together with a product, by the number of orders. */
	bought: (id: string) => `recommendations:bought:${id}`,
	/** That an order has been counted. */
	counted: (orderId: string) => `recommendations:counted:${orderId}`,
};
