"""The main window: menus, messages, the start page, publishing."""
