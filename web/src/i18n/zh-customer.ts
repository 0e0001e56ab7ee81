import customer from "./zh/customer.json";

/** Words of customers: brought by their pages and the panel beside a chat. */
export default { customer };
