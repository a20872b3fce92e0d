"""Attribution: who took a picture and under which licence, read and written."""
