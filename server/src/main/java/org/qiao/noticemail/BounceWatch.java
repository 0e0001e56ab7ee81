package org.qiao.noticemail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.Carriers;
import org.qiao.notice.Returns;
import org.qiao.notice.SettingsJson;
import org.qiao.noticemail.BounceReader.Bounce;
import org.qiao.platform.OutboundNetworks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks every minute into the mailboxes to which the companies' mails come back. What is a report about one of ours fails its order
 * and is deleted; everything else is marked as read and stays.
 */
@Component
class BounceWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BounceWatch.class);

    private static final int MAILS = 100;
    private static final int LONGEST_MAIL = 512 * 1024;
    private static final long MOST_BYTES = 64L << 20;
    private static final int AT_ONCE = 8;
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofMinutes(5);

    /** A mailbox that cannot be read is left alone for so long, and told once. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final Carriers carriers;
    private final Returns returns;
    private final OutboundNetworks networks;
    private final BounceReader reader;
    private final JsonMapper json;
    private final Cache<Long, BounceMailbox> failed = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(AFTER_FAILURE)
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, BounceWatch::thread);

    BounceWatch(Carriers carriers, Returns returns, OutboundNetworks networks, MailIds ids, JsonMapper json) {
        this.carriers = carriers;
        this.returns = returns;
        this.networks = networks;
        this.reader = new BounceReader(ids);
        this.json = json;
    }

    /** The mail library looks for its parts through the thread's class loader. */
    private static Thread thread(Runnable task) {
        Thread thread = Thread.ofVirtual().name("bounces").unstarted(task);
        thread.setContextClassLoader(BounceWatch.class.getClassLoader());
        return thread;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void look() throws InterruptedException {
        List<Callable<Integer>> mailboxes = new ArrayList<>();
        for (Map.Entry<Long, String> company : carriers.inUse(CarrierKind.SMTP).entrySet()) {
            BounceMailbox mailbox = SettingsJson.read(json, company.getValue(), SmtpSettings.class)
                    .mailbox();
            if (mailbox != null && !mailbox.equals(failed.getIfPresent(company.getKey()))) {
                mailboxes.add(() -> look(company.getKey(), mailbox));
            }
        }
        for (Future<Integer> done : threads.invokeAll(mailboxes, ROUND.toSeconds(), TimeUnit.SECONDS)) {
            tellUnexpected(done);
        }
    }

    private static void tellUnexpected(Future<Integer> done) throws InterruptedException {
        try {
            if (!done.isCancelled()) {
                done.get();
            }
        } catch (ExecutionException e) {
            LOG.error(
                    "Reading returned mail failed in a way it should not: {}",
                    String.valueOf(e.getCause()).split(":", 2)[0]);
        }
    }

    /** How many orders have failed by it. Texts of servers repeat addresses, so only kinds of faults are told. */
    private int look(long orgId, BounceMailbox mailbox) {
        try (Store store = session(mailbox).getStore()) {
            store.connect(mailbox.server(), mailbox.usedPort(), mailbox.user(), mailbox.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                return read(orgId, inbox);
            }
        } catch (MessagingException | IOException e) {
            failed.put(orgId, mailbox);
            LOG.warn(
                    "The mailbox for returned mail of company {} cannot be read: {}",
                    orgId,
                    e.getClass().getSimpleName());
            return 0;
        }
    }

    private int read(long orgId, Folder inbox) throws MessagingException, IOException {
        Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int told = 0;
        for (int i = 0;
                i < unseen.length && i < MAILS && !Thread.currentThread().isInterrupted();
                i++) {
            Optional<Bounce> bounce = read(orgId, unseen[i]);
            if (bounce.isPresent()) {
                returns.failed(
                        orgId,
                        CarrierKind.SMTP,
                        bounce.get().reference(),
                        bounce.get().reason());
                told++;
            }
            unseen[i].setFlag(bounce.isPresent() ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
        }
        return told;
    }

    /** Whoever writes nonsense into the mailbox keeps nobody from reading the rest. */
    private Optional<Bounce> read(long orgId, Message mail) throws MessagingException {
        if (mail.getSize() > LONGEST_MAIL || !(mail instanceof MimeMessage there)) {
            return Optional.empty();
        }
        MimeMessage here = new MimeMessage(there);
        try {
            return reader.read(orgId, here);
        } catch (MessagingException | IOException unreadable) {
            LOG.debug("A mail could not be read: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Session session(BounceMailbox mailbox) {
        boolean tls = mailbox.security() == SmtpSettings.Security.TLS;
        String protocol = tls ? "imaps" : "imap";
        String prefix = "mail." + protocol;
        String wait = Long.toString(WAIT.toMillis());
        Properties all = new Properties();
        all.setProperty("mail.store.protocol", protocol);
        all.setProperty(prefix + ".connectiontimeout", wait);
        all.setProperty(prefix + ".timeout", wait);
        all.setProperty(prefix + ".writetimeout", wait);
        all.setProperty(prefix + ".peek", "true");
        all.setProperty(prefix + ".ssl.checkserveridentity", "true");
        all.put(prefix + ".socketFactory", new Sockets(networks));
        all.setProperty(prefix + ".socketFactory.fallback", "false"); // else it connects by itself
        if (mailbox.security() == SmtpSettings.Security.STARTTLS) {
            all.setProperty(prefix + ".starttls.enable", "true");
            all.setProperty(prefix + ".starttls.required", "true");
        }
        return Session.getInstance(all);
    }

    /** The library makes an unconnected one, connects it and encrypts it. */
    private static final class Sockets extends SocketFactory {

        private final OutboundNetworks networks;

        Sockets(OutboundNetworks networks) {
            this.networks = networks;
        }

        @Override
        public Socket createSocket() {
            return networks.socket(MOST_BYTES);
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }
    }
}
