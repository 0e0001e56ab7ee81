package org.qiao.customer;

/** A customer as lists show him. */
public record CustomerCard(long id, String name, CustomerLevel level, CustomerSource source, boolean blocked) {

    static CustomerCard of(Customer customer) {
        return new CustomerCard(
                customer.id(), customer.name(), customer.level(), customer.source(), customer.isBlocked());
    }
}
