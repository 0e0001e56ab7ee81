package org.qiao.ding;

import org.qiao.testing.Given;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A company without quiet hours whose telephones cannot be reached, a sender in it and who is to be reached. */
record Shift(Alarm alarm, TestOrg org, TestUser sender, TestUser worker) {

    static Shift begin(RestTestClient http, JdbcClient jdbc, Given given) {
        Alarm alarm = new Alarm(http, jdbc);
        TestOrg org = alarm.awake(given.org());
        alarm.unreachable(org);
        return new Shift(alarm, org, org.user("班长"), org.user("工人"));
    }
}
