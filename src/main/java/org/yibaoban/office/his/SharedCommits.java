package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.yibaoban.office.his.HisInbox.AtOnce;
import org.yibaoban.office.his.NewMessages.Letter;

/**
 * Lets the charges of several connections share a transaction and its commit. Whoever comes while {@link #AT_ONCE} others
 * work waits, and the first of them to be free takes all that came meanwhile, of as many visits, in one transaction. Nobody
 * is told of an answer before that is committed. Where one message is wrong nothing of the transaction is done, and each of
 * its messages goes alone. A message that meets no other goes alone too: nothing waits for company.
 */
@ApplicationScoped
class SharedCommits {

    /** As many as can be worked on at once by a small server: one waits for the database while the other works. */
    private static final int AT_ONCE = 2;

    private static final int MOST = 32;

    private static final System.Logger LOG = System.getLogger(SharedCommits.class.getName());

    @Inject
    private NewMessages messages;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Waiting> queue = new LinkedHashSet<>();
    private int working;

    /** A message on its way through here. Guarded by {@link #lock}. */
    private static final class Waiting {
        final Letter letter;
        boolean inWork;
        boolean done;
        boolean goesAlone;
        Optional<AtOnce> result = Optional.empty();

        Waiting(Letter letter) {
            this.letter = letter;
        }
    }

    /** As {@link HisInbox#keepAndApply}. */
    Optional<AtOnce> keepAndApply(Letter letter) {
        if (!(letter.command() instanceof HisCommand.PostCharges)) {
            return alone(letter);
        }
        Waiting own = new Waiting(letter);
        for (List<Waiting> batch = turn(own); !batch.isEmpty(); batch = turn(own)) {
            work(batch);
        }
        return own.goesAlone ? alone(letter) : own.result;
    }

    private Optional<AtOnce> alone(Letter letter) {
        return Optional.ofNullable(messages.keepAndApply(List.of(letter)).get(letter));
    }

    /** Waits for the own message to be done, or for a turn: what this thread is to work on, with its own or without. */
    private List<Waiting> turn(Waiting own) {
        lock.lock();
        try {
            if (!own.inWork && !own.done) {
                queue.add(own);
            }
            while (!own.done && (own.inWork || working >= AT_ONCE)) {
                changed.awaitUninterruptibly();
            }
            return own.done ? List.of() : next();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest message and all that can go with it: one of a visit, for the next may build on it. */
    private List<Waiting> next() {
        Set<String> taken = new HashSet<>();
        List<Waiting> batch = new ArrayList<>();
        for (Waiting one : queue) {
            if (batch.size() < MOST && taken.add(visit(one)) & taken.add(one.letter.identity())) {
                one.inWork = true;
                batch.add(one);
            }
        }
        queue.removeAll(batch);
        batch.sort(Comparator.comparing(SharedCommits::visit));
        working++;
        return batch;
    }

    private void work(List<Waiting> batch) {
        Map<Letter, AtOnce> done = Map.of();
        boolean goAlone = true;
        try {
            done = messages.keepAndApply(batch.stream().map(one -> one.letter).toList());
            goAlone = false;
        } catch (RuntimeException | StackOverflowError failed) {
            // whose fault it was shows when each goes alone
            LOG.log(
                    Level.DEBUG,
                    "{0} messages go alone: {1}",
                    batch.size(),
                    failed.getClass().getName());
        } finally {
            end(batch, done, goAlone);
        }
    }

    private void end(List<Waiting> batch, Map<Letter, AtOnce> done, boolean goAlone) {
        lock.lock();
        try {
            for (Waiting one : batch) {
                one.result = Optional.ofNullable(done.get(one.letter));
                one.goesAlone = goAlone;
                one.done = true;
            }
            working--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static String visit(Waiting one) {
        return ((HisCommand.PostCharges) one.letter.command()).visit().value();
    }
}
