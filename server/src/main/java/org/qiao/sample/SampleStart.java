package org.qiao.sample;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.qiao.account.AccountProblem;
import org.qiao.account.CreatedLink;
import org.qiao.account.Links;
import org.qiao.contactway.BusinessCards;
import org.qiao.platform.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code ./qiao start --sample}: loads the sample company into an empty server and prints links that sign in as three of its
 * people, and one that opens the card of one of them as a customer does. On the terminal, never in the log. Before the start's own words, which then ask for no setup code.
 */
@Component
@ConditionalOnProperty("qiao.sample")
class SampleStart {

    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private final SampleLoader loader;
    private final SampleTexts texts;
    private final Links links;
    private final BusinessCards cards;
    private final Environment environment;

    SampleStart(SampleLoader loader, SampleTexts texts, Links links, BusinessCards cards, Environment environment) {
        this.loader = loader;
        this.texts = texts;
        this.links = links;
        this.cards = cards;
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationReadyEvent ready) {
        run(System.out);
    }

    void run(PrintStream out) {
        try {
            print(loader.loadFirst(Locale.SIMPLIFIED_CHINESE), out);
        } catch (Problem problem) {
            if (!problem.is(AccountProblem.SETUP_DONE)) {
                throw problem;
            }
            out.println("There is a company already, so the sample was not loaded · 已有企业，未加载示例企业");
        }
        out.flush();
    }

    void print(SampleOrg org, PrintStream out) {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        SampleCompany company = texts.company();
        out.println("Sample company · 示例企业: " + company.name());
        out.println("Sign in with these links, each once, within 24 hours · 用以下链接登录，每个只能用一次，24 小时内有效:");
        for (String guide : company.guides()) {
            SampleCompany.Person person = company.person(guide);
            CreatedLink link = links.createLogin(org.orgId(), org.id(guide), LINK_LIFE);
            out.println("  " + person.name() + "（" + person.title() + "） " + address + link.path());
        }
        String shown = company.guides().getLast();
        out.println("Be a customer: the card of " + company.person(shown).name()
                + ", in a private window, without signing in · 以客户身份体验：在无痕窗口打开该员工的名片，无需登录:");
        out.println("  " + address + cards.path(org.orgId(), org.id(shown)));
    }
}
