package org.qiao.onboarding;

import java.io.PrintStream;
import java.util.Optional;
import org.qiao.platform.DatabaseSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in plain words what a person who has just started the server needs to know. On the terminal, never in the log. */
@Component
class StartBanner {

    private final Setup setup;
    private final DatabaseSettings settings;
    private final Environment environment;

    StartBanner(Setup setup, DatabaseSettings settings, Environment environment) {
        this.setup = setup;
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        print(System.out, setup.code());
    }

    private void print(PrintStream out, Optional<SetupCode> code) {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        String data = settings.data().toAbsolutePath().normalize().toString();
        out.println("Qiao (桥) is ready · 已启动: " + address);
        out.println("Data lives in · 数据目录: " + data);
        code.ifPresent(setupCode -> out.println(
                "Setup code, asked for when the first visit comes from another machine · 首次设置码（从其他机器首次访问时需要）: "
                        + setupCode.text()));
        out.flush();
    }
}
