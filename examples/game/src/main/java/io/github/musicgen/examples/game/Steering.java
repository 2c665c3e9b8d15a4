package io.github.musicgen.examples.game;

import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that are down: arrows, or W A S D. Told by the thread of Swing, asked by the one that plays. */
final class Steering extends KeyAdapter {
    private final Set<Integer> down = ConcurrentHashMap.newKeySet();

    @Override
    public void keyPressed(KeyEvent event) {
        down.add(event.getKeyCode());
    }

    @Override
    public void keyReleased(KeyEvent event) {
        down.remove(event.getKeyCode());
    }

    /** Lets all keys go: whoever looks at another window presses them there. */
    void release() {
        down.clear();
    }

    /** Where to, at full speed or not at all. */
    Point way() {
        double x = pressed(KeyEvent.VK_RIGHT, KeyEvent.VK_D) - pressed(KeyEvent.VK_LEFT, KeyEvent.VK_A);
        double y = pressed(KeyEvent.VK_DOWN, KeyEvent.VK_S) - pressed(KeyEvent.VK_UP, KeyEvent.VK_W);
        return new Point(0, 0).towards(new Point(x, y));
    }

    private int pressed(int key, int letter) {
        return down.contains(key) || down.contains(letter) ? 1 : 0;
    }
}
