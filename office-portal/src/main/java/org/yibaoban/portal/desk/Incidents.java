package org.yibaoban.portal.desk;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Failures of pages, also of those that answer a script: logged under an incident id that the user is shown. A page
 * whose state is gone is simply opened again.
 */
public class Incidents extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(Incidents.class.getName());

    Incidents(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> queue =
                getUnhandledExceptionQueuedEvents().iterator();
        while (queue.hasNext()) {
            Throwable failure = queue.next().getContext().getException();
            queue.remove();
            FacesContext faces = FacesContext.getCurrentInstance();
            if (!faces.getResponseComplete()) {
                leadOn(faces, failure);
            }
        }
    }

    private static void leadOn(FacesContext faces, Throwable failure) {
        ExternalContext external = faces.getExternalContext();
        String target;
        if (failure instanceof ViewExpiredException) {
            target = external.getRequestServletPath();
        } else {
            String incident = CDI.current().select(Today.class).get().incident().value();
            LOG.log(Level.SEVERE, failure, () -> incident + " at " + external.getRequestServletPath());
            target = "/error?incident=" + incident;
        }
        try {
            if (!external.isResponseCommitted()) {
                external.redirect(external.getRequestContextPath() + target);
            }
            faces.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    /** Puts {@link Incidents} before the container's own handler. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new Incidents(getWrapped().getExceptionHandler());
        }
    }
}
