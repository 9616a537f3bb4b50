package org.yibaoban.launcher;

import java.nio.file.Files;
import java.time.Duration;

/** What is printed when everything is open: where to look and who can sign in. */
final class Greeting {

    private Greeting() {}

    static void print(Settings settings, boolean withSandbox, Duration took) {
        String at = settings.address();
        System.out.printf("%n医保办 · yibaoban is ready, after %.1f s%n%n", took.toMillis() / 1000.0);
        line("页面 Pages", at + "/");
        line("CDS Hooks", at + "/cds-services");
        line("JSON", at + "/api, described at " + at + "/openapi");
        line("HL7 v2 over MLLP", "localhost:" + settings.mllpPort());
        if (withSandbox) {
            line("Payer sandbox", at + "/payer-sandbox/fhir");
        }
        line("State", settings.state().toString());
        line("Configuration", settings.config().toString());
        System.out.println();
        users(settings);
        System.out.println();
        System.out.println("Stop with Ctrl-C.");
    }

    private static void users(Settings settings) {
        if (Files.exists(settings.config().resolve("demo").resolve("users.yaml"))) {
            System.out.println("  Demo users, password demo-2026 each:");
            line("  ward", "病区医生 ward doctor");
            line("  head", "科室主任 department head");
            line("  office", "医保办 insurance officer");
            line("  supervisor", "医保办主任 second insurance officer, approves");
            line("  billing", "结算窗口 billing clerk");
            line("  cashier", "收费员 cashier");
            line("  admin", "系统管理员 administrator, keeps the accounts");
            line("  auditor", "内审员 auditor, reads the trail");
            line("  his", "HIS 系统 the HIS, for its HTTP calls");
        } else if (Files.exists(Server.firstPassword(settings))) {
            System.out.println("  No demo. Sign in as administrator; the password, to be changed at once, is in");
            System.out.println("  " + Server.firstPassword(settings) + " (delete the file then)");
        }
    }

    private static void line(String what, String where) {
        System.out.printf("  %-18s %s%n", what, where);
    }
}
