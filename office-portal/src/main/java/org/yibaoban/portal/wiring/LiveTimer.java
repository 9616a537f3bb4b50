package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.yibaoban.office.live.LiveNews;
import org.yibaoban.office.live.LiveTopic;

/**
 * Looks four times a second for what is new and tells the pages that are open in this instance, over the channel that a
 * page listens to; the page then reads what concerns its user. What it is told is never more than numbers of visits.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LiveTimer {

    private static final int MILLIS = 250;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private LiveNews news;

    @Inject
    @Push(channel = "warnings")
    private PushContext warnings;

    @Inject
    @Push(channel = "messages")
    private PushContext messages;

    @Inject
    @Push(channel = "claims")
    private PushContext claims;

    private final TimerWork guarded = new TimerWork();
    private ScheduledFuture<?> running;

    @PostConstruct
    void start() {
        running = timer.scheduleWithFixedDelay(() -> guarded.run(this::look), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        running.cancel(true);
    }

    private void look() {
        tell(LiveTopic.WARNINGS, warnings);
        tell(LiveTopic.MESSAGES, messages);
        tell(LiveTopic.CLAIMS, claims);
    }

    private void tell(LiveTopic topic, PushContext pages) {
        Set<String> found = news.of(topic);
        if (!found.isEmpty()) {
            pages.send(found);
        }
    }
}
