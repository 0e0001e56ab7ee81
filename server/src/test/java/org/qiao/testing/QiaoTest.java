package org.qiao.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.qiao.noticesms.RecordingInbound;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * One Spring context and one PostgreSQL for all tests of the JVM, real HTTP and WebSocket. Every test makes its own company
 * with {@link Given}: tenant isolation is test isolation, nothing is truncated. Do not add properties in single tests: each
 * new combination starts another server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "qiao.gateway.port=0",
            "qiao.outbound.networks=127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7",
            "db-scheduler.polling-interval=100ms",
            "qiao.metrics.token=token-of-the-tests-collector"
        })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = FreshData.class)
@Import({
    Given.class,
    Crm.class,
    Sockets.class,
    DeliveryRecorder.class,
    NoticeRecorder.class,
    RecordingInbound.class,
    ReminderRecorder.class,
    TestClockConfig.class
})
public @interface QiaoTest {}
