package org.yibaoban.office.control;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.Optional;

/**
 * Stands around every use case, inside its transaction: says to the database who acts, so that what is changed is noted
 * in that transaction, and notes whose data was handed out. Business code has no line of it; the office's own jobs, which
 * run with nobody at the door, pass by.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.APPLICATION)
public class TrailOfUseCases implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String SAID = "org.yibaoban.trail.said";

    @Inject
    private Trail trail;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private transient TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    public Object around(InvocationContext call) throws Exception {
        Optional<Doorway> door = Doorway.here();
        if (door.isEmpty() || call.getTarget() instanceof Trail) {
            return call.proceed();
        }
        say(door.get());
        Object result = call.proceed();
        Subjects subjects = new Subjects(door.get()::handedOut);
        for (Object parameter : call.getParameters()) {
            subjects.in(parameter);
        }
        subjects.in(result);
        return result;
    }

    private void say(Doorway door) {
        if (transaction.getResource(SAID) == null) {
            transaction.putResource(SAID, true);
            trail.say(door.who(), door.address(), door.door());
        }
    }
}
