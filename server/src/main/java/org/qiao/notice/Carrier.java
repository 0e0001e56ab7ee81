package org.qiao.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one kind of network. Called on a virtual thread and may block, for at most {@link #patience()}; how many calls run at the
 * same time is the dispatcher's business. What the network does is an {@link Outcome}, never an exception.
 */
public interface Carrier {

    CarrierKind kind();

    /**
     * Carries one parcel.
     *
     * @param settings the company's, as JSON of the carrier's own settings record, already validated by {@link #check}
     */
    Outcome carry(String settings, Parcel parcel);

    /** Refuses settings that cannot work, naming the field, with {@link NoticeProblem#BAD_SETTINGS}; answers them in their one form. */
    String check(String settings);

    /** Longer than this a call of {@link #carry} cannot take; afterwards its outcome is unknown. */
    Duration patience();

    /** JSON names of settings that are never shown again, besides those called password, secret, token and the like. */
    default Set<String> secrets() {
        return Set.of();
    }

    /** Names of settings whose values are not told in the book of changes: long, or as good as secrets. */
    default Set<String> untold() {
        return Set.of();
    }

    /** Where checked settings make the server connect to. */
    default List<Destination> destinations(String settings) {
        return List.of();
    }

    /** The company's settings have changed or are gone: connections that were kept for them end. */
    default void forget(long orgId) {}

    /** Of these members those that it knows a way to; for whoever would order in vain otherwise. */
    default Set<Long> reachable(long orgId, Collection<Long> members) {
        return Set.copyOf(members);
    }

    /** Of these companies those in which it knows a way to anybody. */
    default Set<Long> populated(Collection<Long> orgIds) {
        return Set.copyOf(orgIds);
    }

    /**
     * A place that settings name, and to which their secrets go: those beside the field, in the same part of the settings.
     *
     * @param field the setting that names it, like "host" or "mailbox.host"
     * @param user on whose behalf
     * @param safety how well what is sent there is kept from others; more is better
     */
    record Destination(String field, String host, int port, String user, int safety) {

        /** A secret that was entered for the other place may go here without being entered again. */
        boolean mayHaveSecretsOf(Destination other) {
            return host.equalsIgnoreCase(other.host)
                    && port == other.port
                    && user.equals(other.user)
                    && safety >= other.safety;
        }

        /** Whether the secret at this path goes here. */
        boolean takes(String secret) {
            return secret.startsWith(field.substring(0, field.lastIndexOf('.') + 1));
        }
    }

    /**
     * What is to be carried.
     *
     * @param id the order's: gives a carrier its own stable reference for a repeat (Message-ID, client reference, topic)
     * @param address e-mail address, telephone number as +8613800138000, or for push the member's id: which
     *     devices of his have asked for it is the carrier's knowledge
     */
    record Parcel(
            long orgId,
            long id,
            int attempt,
            String address,
            Locale locale,
            NoticeText text,
            boolean asks,
            Instant notAfter) {}

    /** What became of it. */
    sealed interface Outcome {

        /**
         * The provider has it.
         *
         * @param reference under which a receipt or reply will come back; null when none will
         * @param units pieces of an SMS, started minutes of a call, else 1
         */
        record Sent(@Nullable String reference, int units) implements Outcome {}

        /** The recipient has it: the call was answered, the push service's device took it. */
        record Delivered(int units) implements Outcome {}

        /** The recipient has it and said something at once, like key 1 in a call. */
        record Answered(String answer, int units) implements Outcome {}

        /** Not possible; trying again would not help. */
        record Failed(FailReason reason, int units) implements Outcome {}

        /** Not now: the network is away, asks to wait, or broke off before it took the parcel. */
        record Later(FailReason reason, @Nullable Duration pause) implements Outcome {}
    }
}
