package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.RecordPayloads;
import io.lambdamaven.runtime.route.Route;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Handles the messages of a standard queue side by side. All are over before the answer is given; what the deadline
 * overtakes is interrupted and given back.
 */
final class ParallelBatch {
    private static final int MOST_THREADS = 10;

    private static final int WAITING = 0;
    private static final int STARTED = 1;
    private static final int DONE = 2;
    private static final int FAILED = 3;

    private ParallelBatch() {}

    static void run(Delivery delivery, Route.Service route, RecordPayloads payloads, GivenBack back)
            throws InterruptedException {
        int size = payloads.batch().records().size();
        AtomicIntegerArray states = new AtomicIntegerArray(size);
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(MOST_THREADS, size), new Threads());
        try {
            for (int i = 0; i < size; i++) {
                pool.execute(new Job(delivery, route, payloads, i, back, states));
            }
            pool.shutdown();
            int left = delivery.context().getRemainingTimeInMillis() - Delivery.LEAST_MILLIS;
            pool.awaitTermination(Math.max(left, 0), TimeUnit.MILLISECONDS);
            settle(delivery, route, states, back);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void settle(Delivery delivery, Route.Service route, AtomicIntegerArray states, GivenBack back) {
        int unstarted = 0;
        for (int i = 0; i < states.length(); i++) {
            // Whoever has not begun by now never will: the answer and the work must not contradict each other.
            int state = states.compareAndSet(i, WAITING, FAILED) ? WAITING : states.get(i);
            unstarted += state == WAITING ? 1 : 0;
            if (state == STARTED) {
                Failures.log(
                        delivery.context(),
                        route.takes() + ": message " + back.id(i) + " is given back, not done when less than "
                                + Delivery.LEAST_MILLIS + " ms were left");
            }
            if (state != DONE) {
                back.add(i);
            }
        }
        if (unstarted > 0) {
            BatchLine.logUnstarted(delivery, route, unstarted);
        }
    }

    private static final class Job implements Runnable {
        private final Delivery delivery;
        private final Route.Service route;
        private final RecordPayloads payloads;
        private final int index;
        private final GivenBack back;
        private final AtomicIntegerArray states;

        Job(
                Delivery delivery,
                Route.Service route,
                RecordPayloads payloads,
                int index,
                GivenBack back,
                AtomicIntegerArray states) {
            this.delivery = delivery;
            this.route = route;
            this.payloads = payloads;
            this.index = index;
            this.back = back;
            this.states = states;
        }

        @Override
        public void run() {
            if (delivery.isNearDeadline() || !states.compareAndSet(index, WAITING, STARTED)) {
                return;
            }
            boolean done = false;
            try {
                done = BatchLine.isDone(delivery, route, payloads, index, back);
            } finally {
                states.set(index, done ? DONE : FAILED);
            }
        }
    }

    private static final class Threads implements ThreadFactory {
        @Override
        public Thread newThread(Runnable job) {
            Thread thread = new Thread(job, "lambda-message");
            thread.setDaemon(true);
            return thread;
        }
    }
}
