package org.qiao.visit;

import java.util.List;
import java.util.Optional;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.Customers;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;

/** Where a customer can be written to while no page of his is open; for modules that have asked whether he wants it. */
@Component
public class ReplyWays {

    private final Customers customers;
    private final Notices notices;

    ReplyWays(Customers customers, Notices notices) {
        this.customers = customers;
        this.notices = notices;
    }

    public record Way(Channel channel, String address) {

        @Override
        public String toString() {
            return "Way " + channel;
        }
    }

    /** By e-mail where he has an address and the company sends mails; else by SMS. */
    public Optional<Way> find(long orgId, long customerId) {
        List<CustomerKey> keys = customers.keys(orgId, customerId);
        return way(orgId, keys, CustomerKey.Kind.EMAIL, Channel.EMAIL)
                .or(() -> way(orgId, keys, CustomerKey.Kind.PHONE, Channel.SMS));
    }

    private Optional<Way> way(long orgId, List<CustomerKey> keys, CustomerKey.Kind kind, Channel channel) {
        return CustomerKey.last(keys, kind)
                .filter(key -> notices.isReady(orgId, channel))
                .map(key -> new Way(channel, key.value()));
    }
}
