package org.yibaoban.portal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;

/** Refuses an address with the character U+0000, which the database takes in no text. */
@Provider
public class PlainAddress implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Stream<String> queries =
                request.getUriInfo().getQueryParameters().values().stream().flatMap(List::stream);
        if (Stream.concat(Stream.of(request.getUriInfo().getPath()), queries)
                .anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "address", "it holds the character U+0000");
        }
    }
}
